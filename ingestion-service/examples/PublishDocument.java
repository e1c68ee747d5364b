import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes a file over Kafka, or deletes the document where no file is given. Needs only kafka-clients:
 *
 * <pre>java -cp 'kafka-clients.jar:slf4j-api.jar:…' PublishDocument.java help/gifts 3 gifts.pdf</pre>
 *
 * KAFKA, TOPIC and FRONTDESK_API_KEY say where, and for whom.
 */
class PublishDocument {
    public static void main(String[] args) throws Exception {
        String externalId = args[0];
        long version = Long.parseLong(args[1]);
        boolean deletes = args.length < 3;
        String value = deletes ? deletion(externalId, version) : document(externalId, version, Path.of(args[2]));

        // With the same key, changes of the same document stay in order; the version puts right what does not.
        var event = new ProducerRecord<>(environment("TOPIC", "frontdesk.documents.normal"), externalId, value);
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/examples/java",
                        "ce_specversion", "1.0",
                        "ce_type", "io.frontdesk.document." + (deletes ? "deleted" : "upserted") + ".v1",
                        "ce_time", Instant.now().toString(),
                        "content-type", "application/json",
                        "frontdesk-key", environment("FRONTDESK_API_KEY", ""))
                .forEach((name, text) -> event.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));

        Map<String, Object> settings = Map.of(
                "bootstrap.servers", environment("KAFKA", "localhost:9092"), "acks", "all", "enable.idempotence", true);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            System.out.println(producer.send(event).get());
        }
    }

    private static String document(String externalId, long version, Path file) throws IOException {
        String content = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        return """
                {"external_id": %s, "version": %d, "title": %s, "content_base64": "%s"}"""
                .formatted(json(externalId), version, json(file.getFileName().toString()), content);
    }

    private static String deletion(String externalId, long version) {
        return """
                {"external_id": %s, "version": %d}""".formatted(json(externalId), version);
    }

    /** A real pipeline has a library for this. */
    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
