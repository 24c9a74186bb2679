//! Host functions as the command line has them: `1=print`, `5=42`.

use microvium::Value;
use std::str::FromStr;

/// An import and what it does.
#[derive(Clone, PartialEq, Debug)]
pub struct Import {
    /// The import's id.
    pub id: u16,
    /// What calling it comes to.
    pub action: Action,
}

/// What calling an import comes to.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// Its first argument is printed.
    Print,
    /// It returns a value.
    Return(Value),
}

impl FromStr for Import {
    type Err = String;

    fn from_str(text: &str) -> Result<Import, String> {
        let Some((id, action)) = text.split_once('=') else {
            return Err("write ID=print, or ID= and a JSON value to return".to_owned());
        };
        let id = id
            .parse()
            .map_err(|_| format!("`{id}` is no import id: an integer from 0 to 65535"))?;
        let action = match action {
            "print" => Action::Print,
            "undefined" => Action::Return(Value::Undefined),
            value => match Value::from_json(value) {
                Ok(Value::Array(_) | Value::Object(_)) => {
                    return Err(
                        "only primitives can be passed to a snapshot: numbers, strings, booleans, null"
                            .to_owned(),
                    );
                }
                Ok(value) => Action::Return(value),
                Err(_) => return Err(format!("`{value}` is neither `print` nor a JSON value")),
            },
        };
        Ok(Import { id, action })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_prints_or_returns_a_value() {
        let import = |id, action| Ok(Import { id, action });
        assert_eq!("1=print".parse(), import(1, Action::Print));
        let value = Action::Return(Value::String("a=b".into()));
        assert_eq!(r#"20="a=b""#.parse(), import(20, value));
    }

    #[test]
    fn what_is_no_import_says_why() {
        for (text, reason) in [
            ("1", "ID=print"),
            ("x=1", "no import id"),
            ("1=prin", "neither `print` nor"),
            ("1=[]", "only primitives"),
        ] {
            let error = text.parse::<Import>().unwrap_err();
            assert!(error.contains(reason), "{error}");
        }
    }
}
