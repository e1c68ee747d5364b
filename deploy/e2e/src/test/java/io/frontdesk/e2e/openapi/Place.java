package io.frontdesk.e2e.openapi;

/**
 * Where a value stands in a request.
 *
 * @param name of a parameter or header; in a body, its JSON pointer (RFC 6901)
 */
public record Place(In in, String name) {
    public enum In {
        PATH,
        QUERY,
        HEADER,
        BODY
    }

    /** The name of the value itself: the last word of a pointer. */
    public String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return switch (in) {
            case PATH -> "{" + name + "} in the path";
            case QUERY -> "?" + name;
            case HEADER -> "header " + name;
            case BODY -> name + " in the body";
        };
    }
}
