throw 7;
