package io.frontdesk.e2e;

import static io.frontdesk.testing.ToldEvents.header;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentEvent;
import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.testing.ToldEvents;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What becomes of documents from now on, of all tenants, as anybody can read it. */
final class DocumentEvents implements AutoCloseable {
    private final ToldEvents told;

    /** A document has come to a state. */
    record Event(String tenant, String type, Instant time) {}

    DocumentEvents(String bootstrapServers) {
        told = new ToldEvents(bootstrapServers, Topics.DOCUMENTS_EVENTS);
    }

    /** Those of a tenant so far that came to the state, in the order in which that happened. */
    List<Event> of(Tenant tenant, DocumentState state) {
        return told.all().stream()
                .map(DocumentEvents::event)
                .filter(event -> event.tenant().equals(tenant.id()))
                .filter(event -> event.type().equals(DocumentEvent.type(state)))
                .sorted(Comparator.comparing(Event::time))
                .toList();
    }

    private static Event event(ConsumerRecord<String, String> record) {
        return new Event(
                header(record, Headers.CE_TENANT_ID),
                header(record, Headers.CE_TYPE),
                Instant.parse(header(record, Headers.CE_TIME)));
    }

    @Override
    public void close() {
        told.close();
    }
}
