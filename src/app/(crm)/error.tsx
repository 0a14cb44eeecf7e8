'use client';

// inside the shell, which stays
export { default } from '../error';
