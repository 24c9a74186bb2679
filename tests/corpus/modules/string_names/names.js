const value = 'spaced', smile = 'smile', d = 'the default';
export { value as 'a name with spaces', smile as '😀', d as default };
