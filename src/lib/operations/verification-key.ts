import { createHash } from 'node:crypto';

/**
 * The key under which the database stores a secret, such as the token of a password reset: its SHA-256, so that someone who
 * reads the database can't use it.
 */
export const verificationKey = (identifier: string) => createHash('sha256').update(identifier).digest('base64url');

/** The identifier that Better Auth looks up for a password reset. */
export const resetIdentifier = (token: string) => `reset-password:${token}`;
