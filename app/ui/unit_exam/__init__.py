"""单位统考: for who sits one, and for who organises one."""
