export = { limit: 10 };
