package io.frontdesk.e2e.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Documents of mixed formats made of the paragraphs of the sample help centre, the same ones each time: one in ten is replaced
 * later, one in twenty is deleted, one in twenty is broken.
 */
record Catalogue(List<Record> records, int documents) {
    private static final Files[] FORMATS = Files.values();
    private static final int SHORTEST = 80;
    private static final int MOST_PARAGRAPHS = 9;

    /**
     * What is published once.
     *
     * @param lane from 0, the most urgent
     * @param value as JSON
     */
    record Record(String externalId, int lane, boolean deletion, String value) {}

    static Catalogue of(int documents, Path samples) {
        var random = new Random(documents);
        var paragraphs = paragraphs(samples);
        var records = new ArrayList<Record>();
        for (int i = 0; i < documents; i++) {
            records.add(upsert(i, 1, random, paragraphs));
            int earlier = random.nextInt(i + 1);
            if (i % 10 == 9) {
                records.add(upsert(earlier, 2 + i, random, paragraphs));
            }
            if (i % 20 == 13) {
                records.add(new Record(
                        id(earlier), lane(earlier), true, body(earlier).toString()));
            }
        }
        return new Catalogue(List.copyOf(records), documents);
    }

    private static Record upsert(int document, int revision, Random random, List<String> paragraphs) {
        var format = document % 20 == 7 ? Files.CUT_DOCX : FORMATS[document % (FORMATS.length - 1)];
        var title = "Document %d, revision %d".formatted(document, revision);
        var chosen = IntStream.rangeClosed(0, random.nextInt(MOST_PARAGRAPHS))
                .mapToObj(any -> paragraphs.get(random.nextInt(paragraphs.size())))
                .toList();
        var body = body(document)
                .put("title", title)
                .put("content_base64", Base64.getEncoder().encodeToString(format.of(title, chosen)));
        body.putObject("metadata").put("file", "document-%d.%s".formatted(document, format.extension()));
        body.putArray("acl").addAll(document % 3 == 0 ? List.of(body.textNode("staff")) : List.of());
        return new Record(id(document), lane(document), false, body.toString());
    }

    private static ObjectNode body(int document) {
        return JsonNodeFactory.instance.objectNode().put("external_id", id(document));
    }

    private static String id(int document) {
        return "chaos/" + document;
    }

    /** A document keeps its lane, so that Kafka keeps the order of what is said about it. */
    private static int lane(int document) {
        return document % 3;
    }

    private static List<String> paragraphs(Path folder) {
        try (Stream<Path> files = java.nio.file.Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Catalogue::read)
                    .flatMap(text -> Arrays.stream(text.split("\n\\s*\n")))
                    .map(paragraph ->
                            paragraph.replaceAll("[^A-Za-z0-9 .,:;?!'-]+", " ").strip())
                    .filter(paragraph -> paragraph.length() >= SHORTEST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
