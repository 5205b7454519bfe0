"""A spider whose pages become records in an item pipeline; the pages are files here. Needs scrapy."""

from pathlib import Path

import scrapy
from scrapy.crawler import CrawlerProcess

files = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))


class NewsSpider(scrapy.Spider):
    name = "news"
    start_urls = [file.as_uri() for file in files]
    custom_settings = {
        "ITEM_PIPELINES": {"cutline.scrapy.CutlinePipeline": 100},
        "CUTLINE_FIELDS": ["title", "authors.name", "text"],
        "FEEDS": {"stdout:": {"format": "jsonlines"}},
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
    }

    def parse(self, response):
        yield {"url": response.url, "html": response}


if __name__ == "__main__":
    process = CrawlerProcess()
    process.crawl(NewsSpider)
    process.start()
