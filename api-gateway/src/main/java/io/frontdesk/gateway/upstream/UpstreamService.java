package io.frontdesk.gateway.upstream;

/** A service behind the gateway. */
public enum UpstreamService {
    AUTH("auth-service"),
    INGESTION("ingestion-service"),
    RETRIEVAL("retrieval-service"),
    GENERATION("generation-service");

    private final String serviceName;

    UpstreamService(String serviceName) {
        this.serviceName = serviceName;
    }

    /** Its name for discovery, in messages and in metrics. */
    public String serviceName() {
        return serviceName;
    }
}
