package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DeadDocument;
import io.frontdesk.contracts.documents.DocumentEvent;
import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.Events;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What a step in a document's life is told as: an event, and a dead letter where it failed. */
@ApplicationScoped
@RegisterForReflection(
        targets = {DocumentEvent.class, DeadDocument.class},
        registerFullHierarchy = true)
class DocumentEvents {
    private final Events events;

    DocumentEvents(Events events) {
        this.events = events;
    }

    List<Event> of(Document document) {
        List<Event> told = new ArrayList<>();
        var happened = new DocumentEvent(
                document.id(),
                document.externalId(),
                document.version(),
                document.life().state(),
                document.reason(),
                document.chunks(),
                document.updatedAt());
        told.add(event(document, Topics.DOCUMENTS_EVENTS, DocumentEvent.type(happened.state()), happened));
        if (document.life() instanceof DocumentLife.Failed failed) {
            told.add(event(document, Topics.DOCUMENTS_DEAD, DeadDocument.TYPE, deadLetter(document, failed)));
        }
        return told;
    }

    private static DeadDocument deadLetter(Document document, DocumentLife.Failed failed) {
        return new DeadDocument(
                document.id(),
                document.externalId(),
                document.version(),
                failed.stage(),
                failed.failure().reason(),
                failed.attempts(),
                DeadDocument.original(document.id(), document.version()),
                document.updatedAt());
    }

    private Event event(Document document, String topic, String type, Record data) {
        return events.of(
                document.tenantId(),
                document.tenantId() + "/" + document.id(),
                topic,
                type,
                data,
                document.updatedAt());
    }
}
