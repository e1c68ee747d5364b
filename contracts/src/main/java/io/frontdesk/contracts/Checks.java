package io.frontdesk.contracts;

/** Names of health checks whose figures the gateway gathers from {@code /health/detailed} of the services. */
public final class Checks {
    /** {@code hits}, {@code misses}: of a gateway since it started. */
    public static final String ANSWER_CACHE = "Answer cache";

    /** {@code enforced}, {@code gateways}: as a gateway sees it. */
    public static final String RATE_LIMITS = "Rate limits";

    /** {@code pending}, {@code processing}, {@code oldest_seconds}: of the whole queue. */
    public static final String WORK_QUEUE = "Work queue";

    /** {@code total}, {@code healthy}, {@code degraded}, {@code circuit_open}: over all replicas. */
    public static final String LLM_KEYS = "LLM keys";

    private Checks() {}
}
