package io.frontdesk.contracts;

/** A value that a record refuses. The message names the field and what was wrong, and may be shown to the caller. */
public final class InvalidField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidField(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
    }

    /** The field's wire name. */
    public String field() {
        return field;
    }
}
