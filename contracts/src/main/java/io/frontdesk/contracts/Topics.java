package io.frontdesk.contracts;

/** Kafka topics. Keys are written as {@code tenant/id}, so that what concerns one document stays in order. */
public final class Topics {
    public static final String DOCUMENTS_HIGH = "frontdesk.documents.high";
    public static final String DOCUMENTS_NORMAL = "frontdesk.documents.normal";
    public static final String DOCUMENTS_LOW = "frontdesk.documents.low";
    public static final String DOCUMENTS_EVENTS = "frontdesk.documents.events";
    public static final String DOCUMENTS_DEAD = "frontdesk.documents.dead";

    /** What answers were finished, and what they took; keyed by tenant. */
    public static final String ANSWERS_EVENTS = "frontdesk.answers.events";

    /** What searches find of a tenant changed; keyed by tenant. */
    public static final String KNOWLEDGE_CHANGED = "frontdesk.knowledge.changed";

    /** What happened to tenants, users, keys and sessions; keyed by tenant. */
    public static final String AUTH_EVENTS = "frontdesk.auth.events";

    /** What an operator should know of the keys of language models; keyed by a key's alias, nobody's tenant. */
    public static final String LLM_EVENTS = "frontdesk.llm.events";

    private Topics() {}
}
