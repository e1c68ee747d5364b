package io.frontdesk.parser;

import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.ParseReply;
import java.io.IOException;
import java.net.JarURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;

/** One of the documents that Tika is tested with. */
// Bytes are compared by nobody.
@SuppressWarnings("ArrayRecordComponent")
record TikaDocument(String name, byte[] bytes) {

    private static final String FOLDER = "test-documents/";

    /** What came of it. */
    record Verdict(String name, ParseReply reply) {

        Optional<FailureReason> failure() {
            return reply instanceof ParseReply.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
        }

        String outcome() {
            return failure().map(FailureReason::code).orElse("parsed");
        }
    }

    /** All documents of Tika's module that has this one. */
    static List<TikaDocument> besides(String name) throws IOException {
        var one = Objects.requireNonNull(TikaDocument.class.getResource("/" + FOLDER + name));
        var documents = new ArrayList<TikaDocument>();
        try (var jar = ((JarURLConnection) one.openConnection()).getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    documents.add(of(entry, jar.getInputStream(entry).readAllBytes()));
                }
            }
        }
        return documents;
    }

    private static TikaDocument of(JarEntry entry, byte[] bytes) {
        return new TikaDocument(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), bytes);
    }
}
