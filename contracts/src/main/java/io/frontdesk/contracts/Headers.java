package io.frontdesk.contracts;

/** Names of HTTP and Kafka headers. */
public final class Headers {
    /** Names one request through all services; taken over from the caller where it is well-formed. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** An API key, as an alternative to {@code Authorization: Bearer}. */
    public static final String API_KEY = "X-Api-Key";

    /**
     * {@code false} of a question whose caller cannot come back for the rest of the answer, which then ends soon after the caller
     * has gone. The event of a stream in which an id is missing is nothing to come back for either.
     */
    public static final String RESUMABLE = "Frontdesk-Resumable";

    /**
     * The id of the answer that a stream of events tells, in the head of it: its rest can be had however early it breaks off. Absent
     * where the answer is in no log. Of a question: the id that its answer is to have; a question that is put again with the same id is
     * told the same answer, from its beginning, as long as its log is kept.
     */
    public static final String ANSWER = "Frontdesk-Answer";

    /**
     * On every reply of an instance that is about to stop: whoever can should ask another one from now on. With status 503, the
     * request was refused for that before anything was done with it, so that it may be sent elsewhere whatever it does.
     */
    public static final String LEAVING = "Frontdesk-Leaving";

    /**
     * How many milliseconds are left for a request when it is sent, from 1 on; a time that is left rather than an instant, so that no two
     * clocks have to agree (as gRPC's {@code grpc-timeout}). Whoever passes the request on sends less. What is no such number counts as
     * absent, and so there is no deadline.
     */
    public static final String TIME_LEFT = "Frontdesk-Time-Left";

    /**
     * By what a client names a request that creates something, so that it can be repeated without creating it twice
     * (draft-ietf-httpapi-idempotency-key-header).
     */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** By what a reader of events names the last one that it has seen (WHATWG HTML, section 9.2). */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Kafka: an API key with {@code documents:write}, by which a record says for which tenant it may write. */
    public static final String INTAKE_KEY = "frontdesk-key";

    /** CloudEvents 1.0.2, Kafka protocol binding, binary content mode. */
    public static final String CE_ID = "ce_id";

    public static final String CE_SOURCE = "ce_source";
    public static final String CE_SPEC_VERSION = "ce_specversion";
    public static final String CE_TYPE = "ce_type";
    public static final String CE_TIME = "ce_time";
    public static final String CE_SUBJECT = "ce_subject";
    public static final String CE_TENANT_ID = "ce_tenantid";

    /** In binary mode the plain content type is the event's {@code datacontenttype}. */
    public static final String CONTENT_TYPE = "content-type";

    private Headers() {}
}
