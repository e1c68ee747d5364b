#!/usr/bin/env python3
"""Publishes a file over Kafka, or deletes the document where no file is given.

    apt install python3-kafka        # or: pip install kafka-python
    ./publish.py help/gifts 3 gifts.md

KAFKA, TOPIC and FRONTDESK_API_KEY say where, and for whom.
"""
import base64
import datetime
import json
import os
import pathlib
import sys
import uuid

from kafka import KafkaProducer

external_id, version = sys.argv[1], int(sys.argv[2])
value = {"external_id": external_id, "version": version}
kind = "deleted"
if len(sys.argv) > 3:
    file = pathlib.Path(sys.argv[3])
    kind = "upserted"
    value["title"] = file.name
    value["content_base64"] = base64.b64encode(file.read_bytes()).decode()

headers = {
    "ce_id": str(uuid.uuid4()),
    "ce_source": "/examples/python",
    "ce_specversion": "1.0",
    "ce_type": f"io.frontdesk.document.{kind}.v1",
    "ce_time": datetime.datetime.now(datetime.timezone.utc).isoformat(),
    "content-type": "application/json",
    "frontdesk-key": os.environ["FRONTDESK_API_KEY"],
}
producer = KafkaProducer(bootstrap_servers=os.environ.get("KAFKA", "localhost:9092"), acks="all", retries=5)
# With the same key, changes of the same document stay in order; the version puts right what does not.
sent = producer.send(
    os.environ.get("TOPIC", "frontdesk.documents.normal"),
    key=external_id.encode(),
    value=json.dumps(value).encode(),
    headers=[(name, text.encode()) for name, text in headers.items()],
)
print(sent.get(timeout=30))
producer.close()
