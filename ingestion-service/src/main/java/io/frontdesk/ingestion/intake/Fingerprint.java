package io.frontdesk.ingestion.intake;

import io.frontdesk.contracts.Sha256;
import io.frontdesk.ingestion.blob.Content;
import io.frontdesk.ingestion.documents.Description;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells whether a document that comes again has changed: SHA-256 over its content and everything said about it. */
final class Fingerprint {
    private final MessageDigest digest = Sha256.digest();

    private Fingerprint() {}

    static Uni<String> of(Content content, Description description) {
        var fingerprint = new Fingerprint();
        fingerprint.add(Math.toIntExact(content.size()));
        return content.pieces()
                .invoke(piece -> fingerprint.digest.update(piece.getBytes()))
                .onItem()
                .ignoreAsUni()
                .map(read -> fingerprint.with(description));
    }

    private String with(Description description) {
        add(description.title());
        add(description.fileName());
        add(description.contentType());
        add(description.url());
        add(description.acl().size());
        description.acl().stream().sorted().forEach(this::add);
        new TreeMap<>(description.metadata()).forEach((name, value) -> {
            add(name);
            add(value);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(@Nullable String text) {
        if (text == null) {
            add(-1);
        } else {
            add(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** With its length, so that no two lists of texts look alike when written one after the other. */
    private void add(byte[] bytes) {
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
