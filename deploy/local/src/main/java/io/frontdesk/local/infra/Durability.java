package io.frontdesk.local.infra;

/** Whether data survives a crash of the machine. */
public enum Durability {
    SAFE,
    /** For tests, which make their data anew. */
    NONE
}
