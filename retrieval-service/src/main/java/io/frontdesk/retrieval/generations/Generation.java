package io.frontdesk.retrieval.generations;

/**
 * The vectors that one embedding model made.
 *
 * @param model by which name it is configured
 */
public record Generation(int id, String model, int dimensions) {}
