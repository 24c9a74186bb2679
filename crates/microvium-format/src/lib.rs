//! The tables and layouts of Microvium images, declared once.
