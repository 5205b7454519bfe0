"""Pages through a pipeline of datatrove: texts and what is known of them, as JSON lines. Needs datatrove and orjson."""

import gzip
import json
import tempfile
from pathlib import Path

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.writers import JsonlWriter

from cutline.datatrove import Cutline

if __name__ == "__main__":
    files = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
    pages = [Document(text=file.read_bytes(), id=file.stem) for file in files]
    with tempfile.TemporaryDirectory() as folder:
        steps = [pages, Cutline(favor="precision"), JsonlWriter(f"{folder}/texts")]
        LocalPipelineExecutor(pipeline=steps, logging_dir=f"{folder}/logs").run()
        for made in Path(folder, "texts").iterdir():
            for line in gzip.open(made, "rt", encoding="utf-8"):
                document = json.loads(line)
                print(document["id"], document["metadata"]["title"], len(document["text"]))
