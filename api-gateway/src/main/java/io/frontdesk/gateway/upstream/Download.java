package io.frontdesk.gateway.upstream;

import io.vertx.core.http.HttpClientResponse;

/** A reply's body that is passed on as it comes; {@link DownloadWriter} writes it. */
public record Download(HttpClientResponse reply) {}
