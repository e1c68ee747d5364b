// Asks as an application does, and prints what it is told. Where and with which key is in OPENAI_BASE_URL and OPENAI_API_KEY.
import OpenAI from 'openai';

const client = new OpenAI({ timeout: 30_000 });
const model = 'gpt-4o';
const [followUp, ...questions] = process.argv.slice(2);
const asking = (content) => [{ role: 'user', content }];
const told = {};

const completion = await client.chat.completions.create({ model, messages: asking(questions[0]) });
const message = completion.choices[0].message;
told.chat = { text: message.content, citations: message.annotations.map((a) => a.url_citation), end: completion.choices[0].finish_reason };

const chunks = { text: '', citations: [], millis: [] };
const stream = await client.chat.completions.create({ model, messages: asking(questions[1]), stream: true, stream_options: { include_usage: true } });
for await (const { choices, usage } of stream) {
  for (const { delta, finish_reason } of choices) {
    chunks.text += delta.content ?? '';
    if (delta.content) chunks.millis.push(Date.now());
    chunks.citations.push(...(delta.annotations ?? []).map((a) => a.url_citation));
    chunks.end = finish_reason;
  }
  chunks.tokens = usage?.total_tokens;
}
told.chat_streamed = chunks;

const response = await client.responses.create({ model, input: questions[2] });
told.response = { text: response.output_text, citations: response.output[0].content[0].annotations, end: response.status };

const events = { text: '', citations: [], millis: [] };
const responding = client.responses.stream({ model, input: questions[3] });
for await (const event of responding) {
  if (event.type === 'response.output_text.delta') {
    events.text += event.delta;
    events.millis.push(Date.now());
  }
  if (event.type === 'response.output_text.annotation.added') events.citations.push(event.annotation);
}
const whole = await responding.finalResponse();
events.end = whole.status;
events.tokens = whole.usage.total_tokens;
told.response_streamed = events;

const next = await client.responses.create({ model, input: [...asking(questions[2]), ...response.output, { role: 'user', content: followUp }] });
told.follow_up = next.output_text;

told.models = (await client.models.list()).data.map((listed) => listed.id);
told.refused = await client.models.retrieve('gpt-none').catch(({ status, code, param }) => ({ status, code, param }));

console.log(JSON.stringify(told));
