package io.frontdesk.parser.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * Mail (RFC 5322 and MIME): the subject is the first heading, attachments come last; other headers are left out. Apple
 * Mail's files have the length of the mail in a line above it, and properties below.
 */
public final class MailReader implements FormatReader {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}\\s*");
    private static final int LENGTH_LINE = 20;

    private final TextReader text;
    private final HtmlReader html;

    public MailReader(TextReader text, HtmlReader html) {
        this.text = text;
        this.html = html;
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        var mail = builder.parseMessage(withoutFrame(document));
        try {
            sink.title(mail.getSubject());
            sink.heading(1, CleanText.line(mail.getSubject()));
            new MailParts(text, html, sink).read(mail);
        } finally {
            mail.dispose();
        }
    }

    private static ByteArrayInputStream withoutFrame(byte[] document) {
        var firstLine = new String(document, 0, Math.min(document.length, LENGTH_LINE), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        return LENGTH.matcher(firstLine).matches()
                ? new ByteArrayInputStream(document, firstLine.length() + 1, Integer.parseInt(firstLine.strip()))
                : new ByteArrayInputStream(document);
    }
}
