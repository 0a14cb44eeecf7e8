import { createHash } from 'node:crypto';

/**
 * Under which key the database keeps what proves a request, such as the token of a password's reset: its SHA-256, so that
 * who reads the database cannot use it.
 */
export const verificationKey = (identifier: string) => createHash('sha256').update(identifier).digest('base64url');

/** What Better Auth asks for when a password is reset. */
export const resetIdentifier = (token: string) => `reset-password:${token}`;
