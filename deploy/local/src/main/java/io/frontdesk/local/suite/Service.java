package io.frontdesk.local.suite;

/** The services, in the order in which they start. */
public enum Service {
    AUTH("auth-service", 8081, 256),
    RETRIEVAL("retrieval-service", 8083, 768),
    INGESTION("ingestion-service", 8082, 384),
    GENERATION("generation-service", 8084, 320),
    GATEWAY("api-gateway", 8080, 256);

    private static final int MANAGEMENT = 9000;

    private final String folder;
    private final int port;
    private final int heapMegabytes;

    Service(String folder, int port, int heapMegabytes) {
        this.folder = folder;
        this.port = port;
        this.heapMegabytes = heapMegabytes;
    }

    /** Its folder in the repository, which is its name everywhere else too. */
    public String folder() {
        return folder;
    }

    /** Its database schema, and the beginning of its roles' and variables' names. */
    public String shortName() {
        return folder.replace("-service", "");
    }

    public boolean hasDatabase() {
        return this != GATEWAY;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    int standardPort() {
        return port;
    }

    /** The same last digit, in another thousand. */
    int standardManagementPort() {
        return MANAGEMENT + port % 10;
    }
}
