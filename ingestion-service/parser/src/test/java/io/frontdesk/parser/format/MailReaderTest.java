package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.bullet;
import static io.frontdesk.parser.format.Blocks.heading;
import static io.frontdesk.parser.format.Blocks.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.detect.Charsets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailReaderTest {

    private final MailReader reader = new MailReader(new TextReader(new Charsets()), new HtmlReader(new Charsets()));

    private final List<EmbeddedDocument> attached = new ArrayList<>();

    @Test
    void takesTheSubjectForAHeadingAndLeavesTheOtherHeadersOut() throws IOException {
        var sink = read("""
                From: Ada <ada@example.com>
                To: us@example.com
                Date: Mon, 6 Sep 2010 05:25:34 -0400
                Subject: =?utf-8?Q?R=C3=BCckgabe?=
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Binnen drei=DFig Tagen.

                - mit Rechnung
                """);

        assertThat(sink.title()).hasValue("Rückgabe");
        assertThat(sink.blocks())
                .containsExactly(heading(1, "Rückgabe"), paragraph("Binnen dreißig Tagen."), bullet(1, "mit Rechnung"));
    }

    @Test
    void readsTheRichestAlternativeAndHandsOverWhatIsAttached() throws IOException {
        var sink = read("""
                Subject: Returns
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain

                Plain.
                --inner
                Content-Type: text/html

                <p>Rich.</p>
                --inner--
                --outer
                Content-Type: text/plain; name=terms.txt
                Content-Disposition: attachment; filename=terms.txt
                Content-Transfer-Encoding: base64

                VGVybXM=
                --outer
                Content-Type: message/rfc822

                Subject: Forwarded

                Text.
                --outer--
                """);

        assertThat(sink.blocks()).containsExactly(heading(1, "Returns"), paragraph("Rich."), heading(2, "terms.txt"));
        assertThat(attached).extracting(EmbeddedDocument::fileName).containsExactly("terms.txt", null);
        assertThat(attached)
                .extracting(document -> new String(document.bytes(), StandardCharsets.UTF_8).strip())
                .containsExactly("Terms", "Subject: Forwarded\r\n\r\nText.");
    }

    private BlockSink read(String mail) throws IOException {
        var sink = new BlockSink(10_000, (document, inner) -> attached.add(document));
        reader.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII), sink);
        return sink;
    }
}
