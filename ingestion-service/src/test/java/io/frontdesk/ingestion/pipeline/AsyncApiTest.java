package io.frontdesk.ingestion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DeadDocument;
import io.frontdesk.contracts.documents.DocumentEvent;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.contracts.documents.DocumentState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document against the constants and records that it describes. */
class AsyncApiTest {
    private final JsonNode document = Contract.asyncApi();

    @Test
    void namesTheTopics() {
        assertThat(document.path("asyncapi").asText()).startsWith("3.");
        assertThat(document.path("channels").findValuesAsText("address"))
                .containsExactlyInAnyOrder(
                        Topics.DOCUMENTS_HIGH,
                        Topics.DOCUMENTS_NORMAL,
                        Topics.DOCUMENTS_LOW,
                        Topics.DOCUMENTS_EVENTS,
                        Topics.DOCUMENTS_DEAD);
    }

    @Test
    void namesTheTypesOfRecords() {
        assertThat(document.path("components").path("messages").findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        DocumentIntake.UPSERTED,
                        DocumentIntake.DELETED,
                        DeadDocument.TYPE,
                        "io.frontdesk.document.<state>.v1");
        assertThat(texts(document.at("/components/schemas/documentEvent/properties/state/enum")))
                .containsExactlyElementsOf(Arrays.stream(DocumentState.values())
                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void describesEveryFieldOfWhatIsTold() {
        assertThat(fields("documentEvent")).containsExactlyElementsOf(Contract.wireNames(DocumentEvent.class));
        assertThat(fields("deadDocument")).containsExactlyElementsOf(Contract.wireNames(DeadDocument.class));
    }

    @Test
    void describesTheHeaders() {
        assertThat(fields("headers"))
                .contains(
                        Headers.CE_ID,
                        Headers.CE_SOURCE,
                        Headers.CE_SPEC_VERSION,
                        Headers.CE_TYPE,
                        Headers.CE_TIME,
                        Headers.CE_TENANT_ID,
                        Headers.CONTENT_TYPE);
        assertThat(Contract.fields(document.at("/components/schemas/intakeHeaders/allOf/1/properties")))
                .contains(Headers.INTAKE_KEY);
    }

    @Test
    void refersOnlyToWhatThereIs() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            String[] parts = reference.split("#", 2);
            JsonNode target = parts[0].isEmpty() ? document : Contract.schema();
            assertThat(parts[0]).isIn("", "./document-intake.schema.json");
            assertThat(target.at(parts[1]).isMissingNode()).as(reference).isFalse();
        });
    }

    private List<String> fields(String schema) {
        return Contract.fields(
                document.path("components").path("schemas").path(schema).path("properties"));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
