"""How Sphinx makes the site (docs/site/build runs it)."""
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

project = 'Cutline'
author = 'the Cutline authors'
version = release = re.search(r"version: '([^']+)'", (ROOT / 'meson.build').read_text(encoding='utf-8'))[1]

extensions = ['myst_parser']
root_doc = 'index'
myst_heading_anchors = 3
myst_enable_extensions = ['deflist']
exclude_patterns = ['figures.md']  # which another page includes
suppress_warnings = ['misc.highlighting_failure']  # excerpts of pages begin and end anywhere

html_theme = 'furo'
html_title = f'Cutline {version}'
html_static_path = ['static']
html_css_files = ['site.css']
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_last_updated_fmt = None
html_theme_options = {
    'light_css_variables': {'color-brand-primary': '#0b5c63', 'color-brand-content': '#0b5c63',
                            'color-code-background': '#f2f4f4'},
    'dark_css_variables': {'color-brand-primary': '#6cc4cb', 'color-brand-content': '#6cc4cb'},
}
pygments_style = 'a11y-high-contrast-light'
pygments_dark_style = 'a11y-high-contrast-dark'
