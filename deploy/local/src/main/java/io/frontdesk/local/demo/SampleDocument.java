package io.frontdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.local.process.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document of the sample knowledge base, as {@code index.json} lists it. */
record SampleDocument(Path file, String externalId, String title, String contentType, String url) {

    static List<SampleDocument> in(Path folder) {
        var documents = new ArrayList<SampleDocument>();
        for (JsonNode entry : Json.parse(read(folder.resolve("index.json")))) {
            documents.add(new SampleDocument(
                    folder.resolve(entry.path("file").asText()),
                    entry.path("external_id").asText(),
                    entry.path("title").asText(),
                    entry.path("content_type").asText(),
                    entry.path("url").asText()));
        }
        return documents;
    }

    /** The value of the Kafka record that hands it in. */
    String toIntake() {
        Map<String, Object> intake = new LinkedHashMap<>();
        intake.put("external_id", externalId);
        intake.put("title", title);
        intake.put("content_type", contentType);
        intake.put("url", url);
        if (contentType.startsWith("text/")) {
            intake.put("text", read(file));
        } else {
            intake.put("content_base64", Base64.getEncoder().encodeToString(bytes(file)));
        }
        return Json.write(intake);
    }

    private static String read(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Failure(file + " cannot be read", "restore it with git checkout");
        }
    }
}
