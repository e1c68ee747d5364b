package io.frontdesk.auth.keys;

/** A key together with its text, which exists only in the answer to its creation. */
record IssuedKey(ApiKey key, ApiKeyText text) {}
