"""Program of a test: every article of the table, and all of them as one, to reports as JSON on stdout."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extraction_table import article_of, rows
from liqaa.ingest import extraction
from liqaa.ingest.report_json import to_json
from liqaa.ontology.model import Article

articles = [article_of(row) for row in rows()]
articles.append(Article("all", "", "\n".join(article.text for article in articles), date="2024-03-12"))
for article in articles:
    for report in extraction.load().extract(article):
        print(to_json(report))
