// Stands in for modules that only make sense inside Next.js.
export {};
