package io.frontdesk.ingestion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.frontdesk.contracts.documents.DocumentIntake;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema against the record that it describes. */
class IntakeSchemaTest {
    private static final String UPSERTED = "upserted";

    private final ObjectMapper json = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    @Test
    void describesEveryFieldOfTheRecordAndNothingElse() {
        JsonNode fields = Contract.schema().at("/$defs/upserted/properties");

        assertThat(Contract.fields(fields))
                .containsExactlyInAnyOrderElementsOf(Contract.wireNames(DocumentIntake.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"external_id": "a", "text": "Text."}""", """
                {"external_id": "a", "content_base64": "VGV4dC4=", "content_type": "text/plain", "version": 0}""", """
                {"external_id": "a", "url": "https://shop.example/a.html"}""", """
                {"external_id": "a", "title": "A", "text": "Text.", "url": "http://shop.example/a", "acl": ["staff"],
                 "metadata": {"lang": "en"}, "priority": "low", "version": 9223372036854775807}"""})
    void acceptsWhatTheRecordAccepts(String value) throws IOException {
        assertThat(Contract.faults(json.readTree(value), UPSERTED)).isEmpty();

        assertThat(json.readValue(value, DocumentIntake.class).externalId()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"external_id": " ", "text": "Text."}""", """
                {"external_id": "a", "text": "Text.", "content_base64": "VGV4dC4="}""", """
                {"external_id": "a", "text": "Text.", "url": "ftp://shop.example"}""", """
                {"external_id": "a", "text": "Text.", "priority": "urgent"}""", """
                {"external_id": "a", "text": "Text.", "version": -1}""", """
                {"external_id": "a", "text": "Text.", "version": 9223372036854775808}""", """
                {"external_id": "a", "text": "Text.", "version": "three"}""", """
                {"external_id": "a", "text": "Text.", "acl": "staff"}""", """
                {"external_id": "a", "text": "Text.", "metadata": {"deep": {"er": 1}}}"""})
    void refusesWhatTheRecordRefuses(String value) throws IOException {
        assertThat(Contract.faults(json.readTree(value), UPSERTED)).isNotEmpty();

        assertThatThrownBy(() -> json.readValue(value, DocumentIntake.class)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"text": "Text."}""", """
                {"external_id": "a"}""", """
                {"external_id": "a", "text": "Text.", "titel": "A"}"""})
    void refusesWhatCanBeNoDocumentOverKafkaAndWhatIsMisspelt(String value) throws IOException {
        assertThat(Contract.faults(json.readTree(value), UPSERTED)).isNotEmpty();
    }

    @Test
    void asksOnlyForTheIdOfADeletion() throws IOException {
        assertThat(Contract.faults(json.readTree("{\"external_id\": \"a\", \"version\": 3}"), "deleted"))
                .isEmpty();
        assertThat(Contract.faults(json.readTree("{\"version\": 3}"), "deleted"))
                .isNotEmpty();
    }
}
