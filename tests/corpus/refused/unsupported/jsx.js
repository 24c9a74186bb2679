// Markup.
// expect-error: JSX
// node: skip — it is no JavaScript
const page = <page title="one" />;
