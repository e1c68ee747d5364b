package io.frontdesk.ingestion.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to ask a host for a while.
 *
 * @param name the host and its port
 * @param token fences: whoever asks after us has another one
 * @param robots its robots.txt, where somebody has read it
 */
public record HostTurn(String name, UUID token, @Nullable RobotsText robots) {}
