package io.frontdesk.ingestion.parse.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Documents cut in half, noise, and documents under another's name. Among them, whole ones, so that it is known what the
 * hostile ones are refused for.
 */
final class BrokenDocuments {
    private static final String PARSED = "parsed";
    private static final String CORRUPT = "corrupt";
    private static final int SOME = 20_000;

    private BrokenDocuments() {}

    static List<HostileDocument> all() {
        var documents = new ArrayList<HostileDocument>();
        wholeOnes().forEach((fileName, bytes) -> {
            documents.add(HostileDocument.of("a whole " + fileName, fileName, () -> bytes, PARSED));
            documents.add(HostileDocument.of(
                    "half a " + fileName,
                    fileName,
                    () -> Arrays.copyOf(bytes, bytes.length / 2),
                    CORRUPT,
                    PARSED,
                    "no_text"));
            documents.add(HostileDocument.of(
                    "noise called " + fileName,
                    fileName,
                    BrokenDocuments::noise,
                    CORRUPT,
                    "no_text",
                    "unsupported_type"));
            documents.add(HostileDocument.of(
                    "noise that begins as " + fileName, fileName, () -> noiseAfter(bytes), CORRUPT, PARSED, "no_text"));
        });
        documents.add(HostileDocument.of("a PDF called DOCX", "document.docx", BrokenDocuments::pdf, PARSED));
        documents.add(HostileDocument.of("a DOCX called PDF", "document.pdf", Office.DOCX::harmless, PARSED));
        documents.add(HostileDocument.of("a bomb called text", "readme.txt", Office.DOCX::bomb, "too_large"));
        return documents;
    }

    private static Map<String, byte[]> wholeOnes() {
        var whole = new TreeMap<String, byte[]>();
        for (var format : Office.values()) {
            whole.put(format.fileName(), format.harmless());
        }
        whole.put("document.pdf", pdf());
        whole.put("document.zip", new Archive().with("a.txt", "Hello.").bytes());
        whole.put("document.rtf", "{\\rtf1\\ansi Hello.\\par}".getBytes(StandardCharsets.US_ASCII));
        whole.put(
                "document.eml",
                "From: a@example.com\nTo: b@example.com\nSubject: Hello\n\nHello.\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return whole;
    }

    private static byte[] pdf() {
        return Pdf.ofOnePage("Hello", "").bytes();
    }

    private static byte[] noise() {
        byte[] noise = new byte[SOME];
        new Random(SOME).nextBytes(noise);
        return noise;
    }

    private static byte[] noiseAfter(byte[] whole) {
        byte[] noise = noise();
        System.arraycopy(whole, 0, noise, 0, Math.min(16, whole.length));
        return noise;
    }
}
