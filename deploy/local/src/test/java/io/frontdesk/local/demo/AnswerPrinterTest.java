package io.frontdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.local.process.Failure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerPrinterTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AnswerPrinter printer = new AnswerPrinter(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void writesTheTextAsItComesAndTheCitationsBelow() {
        printer.print(Stream.of(
                ": keep-alive",
                "id: 1",
                "event: answer.delta",
                "data: {\"text\": \"Within 30 \"}",
                "",
                "event: answer.citation",
                "data: {\"citation\": {\"n\": 1, \"title\": \"Returns\", \"url\": \"https://help.example\", "
                        + "\"quote\": \"30\\ndays\"}}",
                "",
                "event: answer.delta",
                "data: {\"text\": \"days [1].\\nIn its box.\"}",
                "",
                "event: answer.completed",
                "data: {\"id\": \"x\"}",
                ""));

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("""
                Within 30 days [1].
                  In its box.

                  [1] Returns  https://help.example
                      "30 days"
                """);
    }

    @Test
    void doesNotTakeACutStreamForAnAnswer() {
        var cut = Stream.of("event: answer.delta", "data: {\"text\": \"Within\"}", "");

        assertThatThrownBy(() -> printer.print(cut)).isInstanceOf(Failure.class).hasMessageContaining("was cut");
    }

    @Test
    void saysThatAnAnswerBrokeOff() {
        var broken = Stream.of("event: answer.incomplete", "data: {\"reason\": \"upstream_cut\"}");

        assertThatThrownBy(() -> printer.print(broken)).hasMessageContaining("upstream_cut");
    }
}
