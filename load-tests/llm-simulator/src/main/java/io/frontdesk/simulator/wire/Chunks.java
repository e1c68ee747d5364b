package io.frontdesk.simulator.wire;

/** The events of a streamed completion. Written as text, since a benchmark asks for hundreds of thousands a second. */
public final class Chunks {
    public static final String DONE = "data: [DONE]\n\n";

    private final Completion completion;
    private final boolean includeUsage;
    private final String beforeDelta;
    private final String afterDelta;

    /** @param includeUsage every chunk has a {@code usage}, null in all but the last, as the specification has it */
    public Chunks(Completion completion, boolean includeUsage) {
        this.completion = completion;
        this.includeUsage = includeUsage;
        this.beforeDelta = "data: " + completion.chunkHead() + ",\"choices\":[{\"index\":0,\"delta\":{";
        this.afterDelta = "}]" + (includeUsage ? ",\"usage\":null" : "") + "}\n\n";
    }

    public String role() {
        return chunk("\"role\":\"assistant\",\"content\":\"\"", "null");
    }

    public String token(String text) {
        return chunk("\"content\":" + Json.quoted(text), "null");
    }

    public String finish() {
        return chunk("", Json.quoted(completion.finishReason()));
    }

    /** Empty where the request did not ask for it. */
    public String usage() {
        if (!includeUsage) {
            return "";
        }
        return "data: " + completion.chunkHead() + ",\"choices\":[],\"usage\":" + completion.usage() + "}\n\n";
    }

    /** How a provider reports a failure once the status 200 has been sent. */
    public static String failure(Refusal refusal) {
        return "data: " + refusal.json() + "\n\n";
    }

    private String chunk(String delta, String finishReason) {
        return beforeDelta + delta + "},\"logprobs\":null,\"finish_reason\":" + finishReason + afterDelta;
    }
}
