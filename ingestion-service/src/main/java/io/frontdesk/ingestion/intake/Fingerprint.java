package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.documents.Description;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells whether a document that comes again has changed: SHA-256 over its content and everything said about it. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String of(byte[] content, Description description) {
        var fingerprint = new Fingerprint();
        fingerprint.add(content);
        fingerprint.add(description.title());
        fingerprint.add(description.fileName());
        fingerprint.add(description.contentType());
        fingerprint.add(description.url());
        fingerprint.add(description.acl().size());
        description.acl().stream().sorted().forEach(fingerprint::add);
        new TreeMap<>(description.metadata()).forEach((name, value) -> {
            fingerprint.add(name);
            fingerprint.add(value);
        });
        return HexFormat.of().formatHex(fingerprint.digest.digest());
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
