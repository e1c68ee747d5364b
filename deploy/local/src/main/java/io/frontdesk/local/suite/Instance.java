package io.frontdesk.local.suite;

/** One replica of a service, counted from 1. */
public record Instance(Service service, int number) {

    /** Also the name of its pid file and its log. */
    public String name() {
        return service.folder() + "-" + number;
    }
}
