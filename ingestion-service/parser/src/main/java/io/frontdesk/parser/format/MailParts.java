package io.frontdesk.parser.format;

import io.frontdesk.parser.protocol.FailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageWriter;

/** The parts of one mail: of alternatives the richest that can be read, then what is attached. */
final class MailParts {

    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";
    private static final String MAIL = "message/rfc822";

    /** Below the subject. */
    static final int ATTACHMENT_LEVEL = 2;

    private final TextReader text;
    private final HtmlReader html;
    private final BlockSink sink;
    private final List<EmbeddedDocument> attachments = new ArrayList<>();

    MailParts(TextReader text, HtmlReader html, BlockSink sink) {
        this.text = text;
        this.html = html;
        this.sink = sink;
    }

    void read(Message mail) throws IOException {
        part(mail);
        attachments.forEach(attachment -> sink.embedded(attachment, ATTACHMENT_LEVEL));
    }

    private void part(Entity part) throws IOException {
        switch (part.getBody()) {
            case Multipart parts -> multipart(parts);
            case Message mail -> attachments.add(new EmbeddedDocument(part.getFilename(), MAIL, bytes(mail)));
            case TextBody body when isInline(part, HTML) -> html.readFragment(text(body), sink);
            case TextBody body
            when isInline(part, PLAIN) -> text.read(text(body).getBytes(StandardCharsets.UTF_8), sink);
            case SingleBody body ->
                attachments.add(new EmbeddedDocument(part.getFilename(), part.getMimeType(), bytes(body)));
            case null, default -> {} // a part without a body
        }
    }

    private void multipart(Multipart parts) throws IOException {
        switch (parts.getSubType()) {
            case "encrypted" -> throw new ParseFailure(FailureReason.ENCRYPTED, "The mail is encrypted.");
            case "alternative" -> part(richest(parts.getBodyParts()));
            default -> {
                for (Entity part : parts.getBodyParts()) {
                    part(part);
                }
            }
        }
    }

    /** The last is the richest (RFC 2046, 5.1.4). */
    private static Entity richest(List<Entity> alternatives) {
        return alternatives.reversed().stream()
                .filter(part -> part.isMultipart() || isInline(part, HTML) || isInline(part, PLAIN))
                .findFirst()
                .orElseGet(alternatives::getLast);
    }

    private static boolean isInline(Entity part, String type) {
        return type.equals(part.getMimeType()) && !"attachment".equalsIgnoreCase(part.getDispositionType());
    }

    private static String text(TextBody body) throws IOException {
        var text = new StringWriter();
        try (var reader = body.getReader()) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] bytes(Message mail) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeMessage(mail, bytes);
        return bytes.toByteArray();
    }
}
