package io.frontdesk.generation.settings;

/** How an assistant speaks. */
public enum Tone {
    FRIENDLY,
    NEUTRAL,
    FORMAL
}
