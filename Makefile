# One door to everything; the build itself is Meson's.
