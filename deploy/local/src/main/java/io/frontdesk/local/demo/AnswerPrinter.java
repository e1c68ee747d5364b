package io.frontdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.local.process.Failure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes a streamed answer as it comes, and its citations below. */
final class AnswerPrinter {
    private static final int QUOTED = 200;

    private final PrintStream out;
    private final List<JsonNode> citations = new ArrayList<>();
    private String event = "";
    private boolean ended;

    AnswerPrinter(PrintStream out) {
        this.out = out;
    }

    /**
     * Reads a {@code text/event-stream}.
     *
     * @throws Failure when the answer failed, broke off, or the stream ended without saying so
     */
    void print(Stream<String> lines) {
        lines.forEach(this::line);
        if (!ended) {
            throw new Failure("the answer's stream was cut", "see make logs");
        }
        citations.forEach(this::citation);
    }

    private void line(String line) {
        if (line.startsWith("event:")) {
            event = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data(Json.parse(line.substring("data:".length())));
        }
    }

    private void data(JsonNode data) {
        switch (event) {
            case "answer.delta" -> {
                out.print(data.path("text").asText().replace("\n", "\n  "));
                out.flush();
            }
            case "answer.citation" -> citations.add(data.path("citation"));
            case "answer.completed", "answer.escalated" -> {
                out.printf("%n%n");
                ended = true;
            }
            case "answer.incomplete", "answer.failed" ->
                throw new Failure("the answer ended as " + event + ": " + data, "see make logs");
            default -> {}
        }
    }

    private void citation(JsonNode citation) {
        out.printf("  [%d] %s  %s%n", citation.path("n").asInt(), text(citation, "title"), text(citation, "url"));
        out.printf("      \"%s\"%n", shortened(text(citation, "quote").replaceAll("\\s+", " ")));
    }

    private static String shortened(String quote) {
        return quote.length() <= QUOTED ? quote : quote.substring(0, QUOTED) + "…";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
