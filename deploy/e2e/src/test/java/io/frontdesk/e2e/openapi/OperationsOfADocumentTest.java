package io.frontdesk.e2e.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.e2e.openapi.Filler.CannotFill;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationsOfADocumentTest {
    private static final String DOCUMENT = """
            {"paths": {
              "/v1/shelves/{shelf}/books/{id}": {"patch": {
                "security": [{"bearer": ["books:write", "admin"]}],
                "parameters": [
                  {"name": "shelf", "in": "path", "schema": {"$ref": "#/components/schemas/UUID"}},
                  {"name": "id", "in": "path", "schema": {"$ref": "#/components/schemas/UUID"}},
                  {"name": "Last-Event-ID", "in": "header", "schema": {"type": "string"}},
                  {"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Change"}}}}}},
              "/v1/open": {"get": {}},
              "/v1/any": {"get": {"security": [{"bearer": []}]}},
              "/v1/vague": {"post": {"requestBody": {"content": {"application/json": {"schema": {
                "type": "object", "properties": {"what": {}}}}}}}}},
             "components": {"schemas": {
              "UUID": {"type": "string", "format": "uuid"},
              "Change": {"type": "object", "properties": {
                "title": {"type": "string"},
                "state": {"type": "string", "enum": ["lent", "there"]},
                "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}}}},
              "Part": {"type": "object", "properties": {
                "author_id": {"type": "string"},
                "related_ids": {"type": "array", "items": {"type": "string"}},
                "part": {"$ref": "#/components/schemas/Part"}}}}}}""";

    private final Filler filler = new Filler("mark", Map.of());

    @Test
    void readsWhoIsLetIn() {
        assertThat(operation("/v1/open").isOpen()).isTrue();
        assertThat(operation("/v1/any").admits(Set.of())).isTrue();
        assertThat(operation("/v1/shelves/{shelf}/books/{id}").admits(Set.of("admin")))
                .isTrue();
        assertThat(operation("/v1/shelves/{shelf}/books/{id}").admits(Set.of("books:read")))
                .isFalse();
    }

    @Test
    void findsEveryPlaceOfAnIdAtAnyDepth() {
        var draft = filler.fill(operation("/v1/shelves/{shelf}/books/{id}"), "application/json");

        assertThat(draft.idPlaces())
                .contains(
                        new Place(Place.In.PATH, "shelf"),
                        new Place(Place.In.PATH, "id"),
                        new Place(Place.In.HEADER, "Last-Event-ID"),
                        new Place(Place.In.BODY, "/parts/0/author_id"),
                        new Place(Place.In.BODY, "/parts/0/related_ids/0"),
                        new Place(Place.In.BODY, "/parts/0/part/author_id"))
                .doesNotContain(new Place(Place.In.QUERY, "limit"), new Place(Place.In.BODY, "/title"));
    }

    @Test
    void knowsWhatAnIdNames() {
        var draft = filler.fill(operation("/v1/shelves/{shelf}/books/{id}"), "application/json");

        assertThat(draft.kindAt(new Place(Place.In.PATH, "shelf"))).isEqualTo("shelves");
        assertThat(draft.kindAt(new Place(Place.In.PATH, "id"))).isEqualTo("books");
        assertThat(draft.kindAt(new Place(Place.In.BODY, "/parts/0/author_id"))).isEqualTo("authors");
        assertThat(draft.kindAt(new Place(Place.In.BODY, "/parts/0/related_ids/0")))
                .isEqualTo("relateds");
    }

    @Test
    void putsAnIdWhereItIsTold() {
        var draft = filler.fill(operation("/v1/shelves/{shelf}/books/{id}"), "application/json");

        var changed = draft.with(new Place(Place.In.BODY, "/parts/0/related_ids/0"), "theirs")
                .with(new Place(Place.In.PATH, "id"), "theirs");

        assertThat(changed.parameters()).containsEntry(new Place(Place.In.PATH, "id"), "theirs");
        assertThat(String.valueOf(changed.body())).contains("\"related_ids\":[\"theirs\"]");
        assertThat(String.valueOf(draft.body())).doesNotContain("theirs");
    }

    @Test
    void fillsFromTheSchemaAndMarksEveryFreeText() {
        var draft = filler.fill(operation("/v1/shelves/{shelf}/books/{id}"), "application/json");

        assertThat(String.valueOf(draft.body())).contains("\"title\":\"mark", "\"state\":\"lent\"");
    }

    @Test
    void leavesAFieldOutWhereverItStands() {
        var draft = filler.fill(operation("/v1/shelves/{shelf}/books/{id}"), "application/json");

        var smaller = draft.without("author_id").without("id");

        assertThat(smaller.has("author_id")).isFalse();
        assertThat(smaller.parameters()).containsKey(new Place(Place.In.PATH, "id"));
    }

    @Test
    void namesTheOperationAndTheFieldThatItCannotFill() {
        assertThatThrownBy(() -> filler.fill(operation("/v1/vague"), "application/json"))
                .isInstanceOf(CannotFill.class)
                .hasMessageContaining("POST /v1/vague (library): body/what has no type");
    }

    @Test
    void harvestsIdsByWhatTheyName() {
        var harvest = new Harvest();

        harvest.add(operation("/v1/shelves/{shelf}/books/{id}"), """
                {"data": [{"id": "1", "shelf_id": "2"}], "authors": [{"id": "3"}]}""");
        harvest.add(operation("/v1/any"), "id: 7\ndata: {\"id\": \"4\"}\n\n");

        assertThat(harvest.oneOfEach())
                .containsAllEntriesOf(Map.of("books", "1", "shelfs", "2", "authors", "3", "any", "4"));
    }

    private static Operation operation(String path) {
        List<Operation> operations = ApiDocument.parse("library", DOCUMENT).operations();
        return operations.stream()
                .filter(operation -> operation.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
