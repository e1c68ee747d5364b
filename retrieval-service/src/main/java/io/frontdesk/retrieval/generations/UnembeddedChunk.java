package io.frontdesk.retrieval.generations;

import java.util.List;
import java.util.UUID;

/** A chunk that has no vector of a generation yet. */
record UnembeddedChunk(UUID id, String title, List<String> headingPath, String text) {}
