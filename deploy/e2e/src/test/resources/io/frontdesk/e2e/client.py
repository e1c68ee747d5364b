"""Asks as an application does, and prints what it is told. Where and with which key is in OPENAI_BASE_URL and OPENAI_API_KEY."""

import json
import sys
import time

from openai import NotFoundError, OpenAI

client = OpenAI(timeout=30)
model = "gpt-4o"
follow_up, *questions = sys.argv[1:]
told = {}


def asking(question):
    return [{"role": "user", "content": question}]


def millis():
    return time.monotonic_ns() // 1_000_000


choice = client.chat.completions.create(model=model, messages=asking(questions[0])).choices[0]
told["chat"] = {
    "text": choice.message.content,
    "citations": [a.url_citation.model_dump() for a in choice.message.annotations],
    "end": choice.finish_reason,
}

chunks = {"text": "", "citations": [], "millis": [], "end": None, "tokens": None}
stream = client.chat.completions.create(
    model=model, messages=asking(questions[1]), stream=True, stream_options={"include_usage": True}
)
for chunk in stream:
    for choice in chunk.choices:
        if choice.delta.content:
            chunks["text"] += choice.delta.content
            chunks["millis"].append(millis())
        chunks["citations"] += [a["url_citation"] for a in (choice.delta.model_extra or {}).get("annotations", [])]
        chunks["end"] = choice.finish_reason
    chunks["tokens"] = chunk.usage and chunk.usage.total_tokens
told["chat_streamed"] = chunks

response = client.responses.create(model=model, input=questions[2])
told["response"] = {
    "text": response.output_text,
    "citations": [a.model_dump() for a in response.output[0].content[0].annotations],
    "end": response.status,
}

events = {"text": "", "citations": [], "millis": []}
with client.responses.stream(model=model, input=questions[3]) as responding:
    for event in responding:
        if event.type == "response.output_text.delta":
            events["text"] += event.delta
            events["millis"].append(millis())
        if event.type == "response.output_text.annotation.added":
            annotation = event.annotation
            events["citations"].append(annotation if isinstance(annotation, dict) else annotation.model_dump())
    whole = responding.get_final_response()
told["response_streamed"] = events | {"end": whole.status, "tokens": whole.usage.total_tokens}

conversation = asking(questions[2]) + [item.model_dump() for item in response.output] + [{"role": "user", "content": follow_up}]
told["follow_up"] = client.responses.create(model=model, input=conversation).output_text

told["models"] = [listed.id for listed in client.models.list()]
try:
    client.models.retrieve("gpt-none")
except NotFoundError as refused:
    told["refused"] = {"status": refused.status_code, "code": refused.code, "param": refused.param}

print(json.dumps(told))
