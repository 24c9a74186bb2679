//! The captured state of a Microvium program, and its encoding as an image.
