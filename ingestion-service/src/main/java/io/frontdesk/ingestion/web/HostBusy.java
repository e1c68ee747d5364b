package io.frontdesk.ingestion.web;

/** Others ask the host, or have just done so. */
final class HostBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HostBusy(String host) {
        super(host + " is being asked", null, false, false);
    }
}
